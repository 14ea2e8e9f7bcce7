# Português (Brasil): the texts of the default theme.

## Getting around

skip-to-content = Ir para o conteúdo
language = Idioma
choose-language = Escolha seu idioma
site-navigation = Navegação do site
pages = Páginas
breadcrumbs = Você está aqui
on-this-page = Nesta página
home = Página inicial
all-pages = Todas as páginas
toc-filter = Filtrar por título
previous = Anterior
next = Próxima
page-n-of-m = Página { $number } de { $count }
search = Pesquisar
search-no-results = Nenhum resultado para “{ $query }”
close = Fechar

## Search

search-prompt = Digite uma ou mais palavras.
search-keys = Use as setas para percorrer os resultados, Enter para abrir um e Esc para voltar.
search-busy = Pesquisando…
search-results = { $count ->
    [one] { $number } resultado para “{ $query }”
    [many] { $number } de resultados para “{ $query }”
   *[other] { $number } resultados para “{ $query }”
}
search-all-results = Todos os resultados
search-more = Mostrar mais resultados
search-section = Seção
search-original = Pesquisar também no idioma original: { $language }
search-titles-only = Aqui só são pesquisados títulos e cabeçalhos.
search-from-disk = O texto completo pode ser pesquisado quando o site está em um servidor Web.
search-failed = Não foi possível carregar a pesquisa. Recarregue a página para tentar novamente.
search-no-script = A pesquisa precisa de JavaScript. Sem ele, a página inicial leva a todas as páginas.

## What a reader must know of a page

machine-translated = Esta página foi traduzida automaticamente e pode conter erros.
fallback-notice = Esta página ainda não foi traduzida para o seu idioma. Idioma exibido: { $language }.
stale-notice = O original mudou desde que esta página foi traduzida. Alguns detalhes podem estar desatualizados.
stale-sections = Seções alteradas:
stale-sections-maybe = Seções que podem ter mudado:
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
mode-hover-help = Aponte para uma frase, toque nela ou chegue até ela com a tecla Tab para ver o original. Esc fecha.
second-language = Segundo idioma
second-unavailable = Esta página não tem frases para mostrar neste idioma: { $language }.
mode-interleaved-help = O original fica abaixo de cada parágrafo.
mode-side-by-side-help = A tradução e o original ficam lado a lado.
mode-original-help = A página inteira no idioma em que foi escrita.
keyboard-shortcuts = Atalhos de teclado
keys-on = Usar atalhos de teclado
key-next = Próxima frase
key-previous = Frase anterior
key-into = Ir para o original da frase
key-mode = Próximo modo de leitura
key-search = Pesquisar
key-help = Mostrar esta ajuda
segment-was = O que mudou no original desde a tradução:
original = Original
pair-uncertain = Talvez esta não seja a frase correspondente do original.
segment-changed = Esta frase mudou no original.
segment-deleted = Esta frase não está mais no original.

## Where a translation comes from

provenance-translation = Tradução
translation-human = Humana
translation-machine = Automática
provenance-hand-off = Data da tradução
provenance-source = Versão do original
provenance-freshness = Status
translation-fresh = Atualizada
translation-stale = Desatualizada
last-updated = Última atualização

## Language switcher and links into other languages

switcher-human = tradução humana
switcher-machine = tradução automática
switcher-stale = desatualizada
switcher-missing = não traduzida
switcher-fallback = não traduzida, exibida em outro idioma: { $language }
switcher-index = não traduzida, leva à página inicial
switcher-find = Encontrar um idioma
switcher-found = Idiomas encontrados: { $count }
link-in-language = idioma: { $language }

## Inside the article

alert-note = Observação
alert-tip = Dica
alert-important = Importante
alert-caution = Cuidado
alert-warning = Aviso
copy = Copiar
copied = Copiado
edit-page = Editar esta página
edit-sentence = Editar esta frase
heading-link = Link para esta seção
image-zoom = Ampliar a imagem
footnotes = Notas de rodapé
footnote-back = Voltar ao texto
task-done = Concluído
task-open = A fazer
table = Tabela
video = Vídeo
load-frame = Mostrar o conteúdo de { $host }
version = Versão
versions = Versões
show-all = Mostrar tudo
variant = Variante

card-architecture = Arquitetura
card-concept = Conceito
card-deploy = Implantação
card-download = Download
card-get-started = Introdução
card-how-to-guide = Guia de instruções
card-learn = Aprender
card-overview = Visão geral
card-quickstart = Início rápido
card-reference = Referência
card-sample = Exemplo
card-training = Treinamento
card-tutorial = Tutorial
card-video = Vídeo
card-whats-new = Novidades

## Appearance

theme = Tema
theme-auto = Automático
theme-light = Claro
theme-dark = Escuro
theme-contrast = Alto contraste
