//! Properties of any text: random texts made of what the format is made of.
