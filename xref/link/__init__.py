"""Claims across articles: stories, origins, persons, slots, utterances."""
