"""The office: veileder, beslutter, økonomi, fagansvarlig and leader at work."""
