"""What is fitted: commands that write data files of the lexicon from texts and labels handed to them."""
