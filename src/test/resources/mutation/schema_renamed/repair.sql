alter schema kit rename to tools;
