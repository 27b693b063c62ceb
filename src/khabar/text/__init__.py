"""The text as it is written: one spelling, words with clitics, sentences, quotation marks, numbers."""
