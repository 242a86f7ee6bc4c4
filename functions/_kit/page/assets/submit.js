// Sends the form at once: the answer of an authorization request in form_post mode.
document.querySelector('form[data-submit-now]')?.submit();
