# Français: the texts of the default theme.

## Getting around

skip-to-content = Aller au contenu
language = Langue
choose-language = Choisissez votre langue
site-navigation = Navigation du site
pages = Pages
breadcrumbs = Vous êtes ici
on-this-page = Sur cette page
home = Page d’accueil
all-pages = Toutes les pages
toc-filter = Filtrer par titre
previous = Précédent
next = Suivant
page-n-of-m = Page { $number } sur { $count }
search = Rechercher
search-no-results = Aucun résultat pour « { $query } »
close = Fermer

## Search

search-prompt = Saisissez un ou plusieurs mots.
search-keys = Parcourez les résultats avec les flèches, ouvrez-en un avec Entrée et revenez avec Échap.
search-busy = Recherche en cours…
search-results = { $count ->
    [one] { $number } résultat pour « { $query } »
    [many] { $number } de résultats pour « { $query } »
   *[other] { $number } résultats pour « { $query } »
}
search-all-results = Tous les résultats
search-more = Afficher plus de résultats
search-section = Section
search-original = Rechercher aussi dans la langue d’origine : { $language }
search-titles-only = La recherche porte ici uniquement sur les titres et les intertitres.
search-from-disk = Le texte intégral peut être recherché lorsque le site se trouve sur un serveur web.
search-failed = La recherche n’a pas pu être chargée. Rechargez la page pour réessayer.
search-no-script = La recherche nécessite JavaScript. Sans JavaScript, la page d’accueil mène à toutes les pages.

## What a reader must know of a page

machine-translated = Cette page a été traduite automatiquement et peut contenir des erreurs.
fallback-notice = Cette page n’est pas encore traduite dans votre langue. Langue affichée : { $language }.
stale-notice = L’original a changé depuis la traduction de cette page. Certains détails peuvent être obsolètes.
stale-sections = Sections modifiées :
stale-sections-maybe = Sections qui ont peut-être changé :
read-original = Lire l’original
page-not-found = Page introuvable
page-not-found-text = L’adresse est peut-être mal saisie ou la page a été déplacée.
page-moved = Cette page a été déplacée

## Reading modes

reading-mode = Mode de lecture
mode-translation = Traduction
mode-hover = Phrase par phrase
mode-interleaved = Par paragraphe
mode-side-by-side = Côte à côte
mode-original = Original
mode-hover-help = Pointez une phrase, touchez-la ou atteignez-la avec la touche Tab pour voir l’original. Échap le ferme.
second-language = Deuxième langue
second-unavailable = Cette page n’a pas de phrases à afficher dans cette langue : { $language }.
mode-interleaved-help = L’original se trouve sous chaque paragraphe.
mode-side-by-side-help = La traduction et l’original se trouvent côte à côte.
mode-original-help = La page entière dans la langue où elle a été écrite.
keyboard-shortcuts = Raccourcis clavier
keys-on = Utiliser les raccourcis clavier
key-next = Phrase suivante
key-previous = Phrase précédente
key-into = Aller dans l’original de la phrase
key-mode = Mode de lecture suivant
key-search = Rechercher
key-help = Afficher cette aide
segment-was = Ce qui a changé dans l’original depuis la traduction :
original = Original
pair-uncertain = Ce n’est peut-être pas la phrase correspondante de l’original.
segment-changed = Cette phrase a changé dans l’original.
segment-deleted = Cette phrase ne figure plus dans l’original.

## Where a translation comes from

provenance-translation = Traduction
translation-human = Humaine
translation-machine = Automatique
provenance-hand-off = Date de traduction
provenance-source = Version de l’original
provenance-freshness = État
translation-fresh = À jour
translation-stale = Obsolète
last-updated = Dernière mise à jour

## Language switcher and links into other languages

switcher-human = traduction humaine
switcher-machine = traduction automatique
switcher-stale = obsolète
switcher-missing = non traduite
switcher-fallback = non traduite, affichée dans une autre langue : { $language }
switcher-index = non traduite, mène à la page d’accueil
switcher-find = Rechercher une langue
switcher-found = Langues trouvées : { $count }
link-in-language = langue : { $language }

## Inside the article

alert-note = Remarque
alert-tip = Conseil
alert-important = Important
alert-caution = Attention
alert-warning = Avertissement
copy = Copier
copied = Copié
edit-page = Modifier cette page
edit-sentence = Modifier cette phrase
heading-link = Lien vers cette section
image-zoom = Agrandir l’image
footnotes = Notes de bas de page
footnote-back = Retour au texte
task-done = Terminé
task-open = À faire
table = Tableau
video = Vidéo
load-frame = Afficher le contenu de { $host }
version = Version
versions = Versions
show-all = Tout afficher
variant = Variante

card-architecture = Architecture
card-concept = Concept
card-deploy = Déploiement
card-download = Téléchargement
card-get-started = Prise en main
card-how-to-guide = Guide pratique
card-learn = Apprendre
card-overview = Vue d’ensemble
card-quickstart = Démarrage rapide
card-reference = Référence
card-sample = Exemple
card-training = Formation
card-tutorial = Tutoriel
card-video = Vidéo
card-whats-new = Nouveautés

## Appearance

theme = Thème
theme-auto = Automatique
theme-light = Clair
theme-dark = Sombre
theme-contrast = Contraste élevé
