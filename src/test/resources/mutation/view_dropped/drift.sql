drop view "say ""hi""; drop schema shop; --"."{view, null}";
