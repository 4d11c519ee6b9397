"""Commands for those who work on the project: none of them is in the image or in the package."""
