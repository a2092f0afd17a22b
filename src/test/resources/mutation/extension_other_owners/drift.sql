alter function shop.similarity(text, text) owner to mutation_writer;
