# Português (Portugal): the texts of the default theme.

## Getting around

skip-to-content = Ir para o conteúdo
language = Idioma
choose-language = Escolha o seu idioma
site-navigation = Navegação do site
pages = Páginas
breadcrumbs = Está aqui
on-this-page = Nesta página
home = Página inicial
all-pages = Todas as páginas
toc-filter = Filtrar por título
previous = Anterior
next = Seguinte
page-n-of-m = Página { $number } de { $count }
search = Procurar
search-no-results = Sem resultados para «{ $query }»
close = Fechar

## Search

search-prompt = Escreva uma ou mais palavras.
search-keys = Utilize as setas para percorrer os resultados, Enter para abrir um e Esc para voltar.
search-busy = A procurar…
search-results = { $count ->
    [one] { $number } resultado para «{ $query }»
    [many] { $number } de resultados para «{ $query }»
   *[other] { $number } resultados para «{ $query }»
}
search-all-results = Todos os resultados
search-more = Mostrar mais resultados
search-section = Secção
search-original = Procurar também no idioma original: { $language }
search-titles-only = Aqui só são procurados títulos e cabeçalhos.
search-from-disk = O texto completo pode ser procurado quando o site está num servidor Web.
search-failed = Não foi possível carregar a procura. Recarregue a página para tentar novamente.
search-no-script = A procura precisa de JavaScript. Sem ele, a página inicial conduz a todas as páginas.

## What a reader must know of a page

machine-translated = Esta página foi traduzida automaticamente e pode conter erros.
fallback-notice = Esta página ainda não foi traduzida para o seu idioma. Idioma apresentado: { $language }.
stale-notice = O original foi alterado desde a tradução desta página. Alguns pormenores podem estar desatualizados.
stale-sections = Secções alteradas:
stale-sections-maybe = Secções que podem ter sido alteradas:
read-original = Ler o original
page-not-found = Página não encontrada
page-not-found-text = O endereço pode estar incorreto ou a página pode ter sido movida.
page-moved = Esta página foi movida

## Reading modes

reading-mode = Modo de leitura
mode-translation = Tradução
mode-hover = Frase a frase
mode-interleaved = Por parágrafo
mode-side-by-side = Lado a lado
mode-original = Original
mode-hover-help = Aponte para uma frase, toque-lhe ou chegue a ela com a tecla Tab para ver o original. Esc fecha.
second-language = Segundo idioma
second-unavailable = Esta página não tem frases para mostrar neste idioma: { $language }.
mode-interleaved-help = O original fica por baixo de cada parágrafo.
mode-side-by-side-help = A tradução e o original ficam lado a lado.
mode-original-help = A página inteira no idioma em que foi escrita.
keyboard-shortcuts = Atalhos de teclado
keys-on = Utilizar atalhos de teclado
key-next = Frase seguinte
key-previous = Frase anterior
key-into = Ir para o original da frase
key-mode = Modo de leitura seguinte
key-search = Procurar
key-help = Mostrar esta ajuda
segment-was = O que mudou no original desde a tradução:
original = Original
pair-uncertain = Esta pode não ser a frase correspondente do original.
segment-changed = Esta frase mudou no original.
segment-deleted = Esta frase já não consta do original.

## Where a translation comes from

provenance-translation = Tradução
translation-human = Humana
translation-machine = Automática
provenance-hand-off = Data da tradução
provenance-source = Versão do original
provenance-freshness = Estado
translation-fresh = Atualizada
translation-stale = Desatualizada
last-updated = Última atualização

## Language switcher and links into other languages

switcher-human = tradução humana
switcher-machine = tradução automática
switcher-stale = desatualizada
switcher-missing = não traduzida
switcher-fallback = não traduzida, apresentada noutro idioma: { $language }
switcher-index = não traduzida, conduz à página inicial
switcher-find = Procurar um idioma
switcher-found = Idiomas encontrados: { $count }
link-in-language = idioma: { $language }

## Inside the article

alert-note = Nota
alert-tip = Sugestão
alert-important = Importante
alert-caution = Atenção
alert-warning = Aviso
copy = Copiar
copied = Copiado
edit-page = Editar esta página
edit-sentence = Editar esta frase
heading-link = Ligação para esta secção
image-zoom = Ampliar a imagem
footnotes = Notas de rodapé
footnote-back = Voltar ao texto
task-done = Concluído
task-open = Por fazer
table = Tabela
video = Vídeo
load-frame = Mostrar o conteúdo de { $host }
version = Versão
versions = Versões
show-all = Mostrar tudo
variant = Variante

card-architecture = Arquitetura
card-concept = Conceito
card-deploy = Implementação
card-download = Transferência
card-get-started = Introdução
card-how-to-guide = Guia de procedimentos
card-learn = Aprender
card-overview = Descrição geral
card-quickstart = Início rápido
card-reference = Referência
card-sample = Exemplo
card-training = Formação
card-tutorial = Tutorial
card-video = Vídeo
card-whats-new = Novidades

## Appearance

theme = Tema
theme-auto = Automático
theme-light = Claro
theme-dark = Escuro
theme-contrast = Alto contraste
