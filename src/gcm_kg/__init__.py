"""gcm-kg: knowledge graphs of what United Nations consultations recommend."""
