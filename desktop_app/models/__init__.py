"""Qt item models and filters for images, containers, transfers and archives. No widgets."""
