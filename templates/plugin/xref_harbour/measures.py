"""Measures as a rule file would teach them under `measures:`."""

MEASURES = {
    "ferry.capacity": {
        "counted": ["passenger"],
        "near": ["ferry"],
        "for": ["The ferry has 300 passengers."],
        "against": ["The train has 300 passengers."],
    },
}
