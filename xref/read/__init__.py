"""Document to article: blocks with zones, furniture, sentences, outlet and date."""
