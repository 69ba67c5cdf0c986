"""The pages of a provider of activities: who has the activity now, and who came."""
