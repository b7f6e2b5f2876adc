"""Pictures (ảnh): light, upright, with nothing hidden in them; and a card for each article.

A reader gets a picture in the best format and the smallest size that the screen needs, and a
link shared on a network shows the article's title. An editor puts a JPEG, PNG or WebP file
beside the text and does nothing more.
"""
