"""Every role, every object, every route: tried, and denied unless a table says otherwise.

``world`` makes one of everything through the services, ``markers`` says which word planted in it
who may read, ``routes`` walks the site, ``grants`` says who may open which object. A page that
stands in no table fails the tests.
"""
