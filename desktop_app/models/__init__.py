"""Qt item models for images, containers, transfers and archives. No widgets.

All tables are a ``RecordTableModel``: frozen records in, rows with keys out, changed by difference
so that selection and scroll position stay. They sort and filter themselves.
"""
