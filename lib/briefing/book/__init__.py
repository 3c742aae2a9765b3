"""The sheets of a briefing's workbook."""
