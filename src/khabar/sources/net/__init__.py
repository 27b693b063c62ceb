"""The web: addresses that may be asked, asking politely, and watching feeds."""
