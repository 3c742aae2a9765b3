"""The brief in the form of official documents: GB/T 9704-2012 in Chinese, a plain office letter in English."""
