/**
 * The report's search, as it runs in the reader's browser: no network, nothing but hiding rows. It is the only script that
 * the file's Content-Security-Policy lets run. Without scripts, as in a ticket system's preview, the report is complete and
 * only the search bar is missing.
 *
 * Rows are looked at in slices, so that typing stays smooth with 100,000 of them.
 */
export const reportScript = `
(() => {
  const one = (selector) => document.querySelector(selector)
  const tools = one('.tools')
  const search = one('.tools input[type=search]')
  const marked = one('#marked')
  const boxes = [...document.querySelectorAll('.tools input[data-category]')]
  const output = one('.tools output')
  const rows = [...document.querySelectorAll('main > details')]
  const texts = []
  const slice = 4000
  let turn = 0

  const period = one('#period')
  if (period) one('.about dl').append(...period.querySelectorAll('dt, dd'))

  const number = (value) => value.toLocaleString('en')
  const say = (shown) => {
    output.textContent = shown === rows.length ? number(rows.length) + ' entries' : number(shown) + ' of ' + number(rows.length) + ' entries'
    one('.none').hidden = shown > 0 || rows.length === 0
  }

  const apply = () => {
    const mine = ++turn
    const words = search.value.toLowerCase().split(/\\s+/).filter(Boolean)
    const wanted = new Set(boxes.filter((box) => box.checked).map((box) => box.dataset.category))
    const fits = (row, index) =>
      wanted.has(row.classList[0]) &&
      (!marked.checked || row.classList.length > 1) &&
      words.every((word) => (texts[index] ??= row.textContent.toLowerCase()).includes(word))
    let next = 0
    let shown = 0
    const go = () => {
      if (mine !== turn) return
      for (const end = Math.min(next + slice, rows.length); next < end; next++) {
        const fit = fits(rows[next], next)
        if (fit) shown++
        if (rows[next].hidden === fit) rows[next].hidden = !fit
      }
      if (next < rows.length) requestAnimationFrame(go)
      else say(shown)
    }
    go()
  }

  let waiting
  search.addEventListener('input', () => {
    clearTimeout(waiting)
    waiting = setTimeout(apply, 120)
  })
  for (const box of [...boxes, marked]) box.addEventListener('change', apply)
  document.addEventListener('keydown', (event) => {
    if (event.key === '/' && document.activeElement !== search) {
      event.preventDefault()
      search.focus()
    } else if (event.key === 'Escape' && document.activeElement === search) {
      search.value = ''
      apply()
    }
  })
  tools.hidden = false
  say(rows.length)
})()
`
