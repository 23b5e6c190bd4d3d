"""What the public site shows across rooms: news, search, feeds, open data, the map of the site."""
