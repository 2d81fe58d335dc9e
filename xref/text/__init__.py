"""Plain facts about written English that several stages need; nothing here knows news."""
