"""The parts of the maker of the hospital plan; see make_hospital.py."""
