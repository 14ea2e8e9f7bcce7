# Ελληνικά: the texts of the default theme.

## Getting around

skip-to-content = Μετάβαση στο περιεχόμενο
language = Γλώσσα
choose-language = Επιλέξτε γλώσσα
site-navigation = Περιήγηση στον ιστότοπο
pages = Σελίδες
breadcrumbs = Βρίσκεστε εδώ
on-this-page = Σε αυτήν τη σελίδα
home = Αρχική σελίδα
all-pages = Όλες οι σελίδες
toc-filter = Φιλτράρισμα κατά τίτλο
previous = Προηγούμενη
next = Επόμενη
page-n-of-m = Σελίδα { $number } από { $count }
search = Αναζήτηση
search-no-results = Δεν βρέθηκαν αποτελέσματα για «{ $query }»
close = Κλείσιμο

## Search

search-prompt = Πληκτρολογήστε μία ή περισσότερες λέξεις.
search-keys = Με τα πλήκτρα βέλους μετακινείστε στα αποτελέσματα, με το Enter ανοίγετε ένα και με το Esc επιστρέφετε.
search-busy = Αναζήτηση…
search-results = { $count ->
    [one] { $number } αποτέλεσμα για «{ $query }»
   *[other] { $number } αποτελέσματα για «{ $query }»
}
search-all-results = Όλα τα αποτελέσματα
search-more = Εμφάνιση περισσότερων αποτελεσμάτων
search-section = Ενότητα
search-original = Αναζήτηση και στη γλώσσα του πρωτοτύπου: { $language }
search-titles-only = Εδώ η αναζήτηση γίνεται μόνο σε τίτλους και επικεφαλίδες.
search-from-disk = Η αναζήτηση σε όλο το κείμενο είναι δυνατή όταν ο ιστότοπος βρίσκεται σε διακομιστή web.
search-failed = Δεν ήταν δυνατή η φόρτωση της αναζήτησης. Φορτώστε ξανά τη σελίδα για να δοκιμάσετε πάλι.
search-no-script = Η αναζήτηση χρειάζεται JavaScript. Χωρίς αυτήν, η αρχική σελίδα οδηγεί σε όλες τις σελίδες.

## What a reader must know of a page

machine-translated = Αυτή η σελίδα μεταφράστηκε αυτόματα και ενδέχεται να περιέχει σφάλματα.
fallback-notice = Αυτή η σελίδα δεν έχει μεταφραστεί ακόμη στη γλώσσα σας. Γλώσσα εμφάνισης: { $language }.
stale-notice = Το πρωτότυπο άλλαξε μετά τη μετάφραση αυτής της σελίδας. Ορισμένες λεπτομέρειες ίσως δεν ισχύουν πλέον.
stale-sections = Ενότητες που άλλαξαν:
stale-sections-maybe = Ενότητες που ίσως έχουν αλλάξει:
read-original = Ανάγνωση του πρωτοτύπου
page-not-found = Η σελίδα δεν βρέθηκε
page-not-found-text = Η διεύθυνση ίσως είναι λανθασμένη ή η σελίδα μπορεί να έχει μετακινηθεί.
page-moved = Αυτή η σελίδα μεταφέρθηκε

## Reading modes

reading-mode = Τρόπος ανάγνωσης
mode-translation = Μετάφραση
mode-hover = Πρόταση προς πρόταση
mode-interleaved = Ανά παράγραφο
mode-side-by-side = Σε παράθεση
mode-original = Πρωτότυπο
mode-hover-help = Δείξτε μια πρόταση, πατήστε την ή μεταβείτε σε αυτήν με το πλήκτρο Tab για να δείτε το πρωτότυπο. Το Esc το κλείνει.
second-language = Δεύτερη γλώσσα
second-unavailable = Η σελίδα δεν έχει προτάσεις που να μπορούν να εμφανιστούν σε αυτήν τη γλώσσα: { $language }.
mode-interleaved-help = Το πρωτότυπο βρίσκεται κάτω από κάθε παράγραφο.
mode-side-by-side-help = Η μετάφραση και το πρωτότυπο βρίσκονται δίπλα δίπλα.
mode-original-help = Ολόκληρη η σελίδα στη γλώσσα στην οποία γράφτηκε.
keyboard-shortcuts = Συντομεύσεις πληκτρολογίου
keys-on = Χρήση συντομεύσεων πληκτρολογίου
key-next = Επόμενη πρόταση
key-previous = Προηγούμενη πρόταση
key-into = Μετάβαση στο πρωτότυπο της πρότασης
key-mode = Επόμενος τρόπος ανάγνωσης
key-search = Αναζήτηση
key-help = Εμφάνιση αυτής της βοήθειας
segment-was = Τι άλλαξε στο πρωτότυπο μετά τη μετάφραση:
original = Πρωτότυπο
pair-uncertain = Ίσως να μην είναι η αντίστοιχη πρόταση του πρωτοτύπου.
segment-changed = Αυτή η πρόταση έχει αλλάξει στο πρωτότυπο.
segment-deleted = Αυτή η πρόταση δεν υπάρχει πια στο πρωτότυπο.

## Where a translation comes from

provenance-translation = Μετάφραση
translation-human = Από άνθρωπο
translation-machine = Αυτόματη
provenance-hand-off = Ημερομηνία μετάφρασης
provenance-source = Έκδοση του πρωτοτύπου
provenance-freshness = Κατάσταση
translation-fresh = Ενημερωμένη
translation-stale = Παρωχημένη
last-updated = Τελευταία ενημέρωση

## Language switcher and links into other languages

switcher-human = μετάφραση από άνθρωπο
switcher-machine = αυτόματη μετάφραση
switcher-stale = παρωχημένη
switcher-missing = χωρίς μετάφραση
switcher-fallback = χωρίς μετάφραση, εμφανίζεται σε άλλη γλώσσα: { $language }
switcher-index = χωρίς μετάφραση, οδηγεί στην αρχική σελίδα
switcher-find = Αναζήτηση γλώσσας
switcher-found = Γλώσσες που βρέθηκαν: { $count }
link-in-language = γλώσσα: { $language }

## Inside the article

alert-note = Σημείωση
alert-tip = Συμβουλή
alert-important = Σημαντικό
alert-caution = Προσοχή
alert-warning = Προειδοποίηση
copy = Αντιγραφή
copied = Αντιγράφηκε
edit-page = Επεξεργασία αυτής της σελίδας
edit-sentence = Επεξεργασία αυτής της πρότασης
heading-link = Σύνδεσμος σε αυτήν την ενότητα
image-zoom = Μεγέθυνση εικόνας
footnotes = Υποσημειώσεις
footnote-back = Επιστροφή στο κείμενο
task-done = Ολοκληρώθηκε
task-open = Εκκρεμεί
table = Πίνακας
video = Βίντεο
load-frame = Εμφάνιση περιεχομένου από { $host }
version = Έκδοση
versions = Εκδόσεις
show-all = Εμφάνιση όλων
variant = Παραλλαγή

card-architecture = Αρχιτεκτονική
card-concept = Έννοια
card-deploy = Ανάπτυξη
card-download = Λήψη
card-get-started = Πρώτα βήματα
card-how-to-guide = Οδηγός διαδικασιών
card-learn = Εκμάθηση
card-overview = Επισκόπηση
card-quickstart = Γρήγορη έναρξη
card-reference = Αναφορά
card-sample = Δείγμα
card-training = Εκπαίδευση
card-tutorial = Πρόγραμμα εκμάθησης
card-video = Βίντεο
card-whats-new = Τι νέο υπάρχει

## Appearance

theme = Θέμα
theme-auto = Αυτόματο
theme-light = Φωτεινό
theme-dark = Σκούρο
theme-contrast = Υψηλή αντίθεση
