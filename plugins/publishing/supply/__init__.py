"""What the site is made with, and whether it can be made again (chuỗi cung ứng)."""
