alter function shop.similarity(text, text) security invoker;
