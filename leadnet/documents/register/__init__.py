"""Attendance registers: who was at which of several meetings."""
