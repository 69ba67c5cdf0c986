"""Text people are writing, and forms they have sent: nothing typed is lost, nothing sent is done twice."""
