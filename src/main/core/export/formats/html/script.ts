/**
 * The report's search, as it runs in the reader's browser: no network, nothing but hiding rows and, in a large report,
 * formatting the JSON of a row that is opened. It is the only script that the file's Content-Security-Policy lets run.
 * Without scripts, as in a ticket system's preview, the report is complete and only the search bar is missing.
 *
 * Sections of rows are looked at some at a time, so that typing stays smooth with 50,000 rows.
 */
export const reportScript = `
(() => {
  const one = (selector) => document.querySelector(selector)
  const search = one('.tools input[type=search]')
  const marked = one('#marked')
  const boxes = [...document.querySelectorAll('.tools input[data-category]')]
  const sections = [...document.querySelectorAll('main > section')].map((element) => ({ element, rows: [...element.children], texts: [] }))
  const total = sections.reduce((sum, { rows }) => sum + rows.length, 0)
  const rowHeight = 26
  const sliceMs = 40
  let turn = 0

  const say = (shown) => {
    const number = (value) => value.toLocaleString('en')
    one('.tools output').textContent = (shown === total ? '' : number(shown) + ' of ') + number(total) + ' entries'
    one('.none').hidden = shown > 0 || total === 0
  }

  /** Rows of a section without a hit are left as they are: hiding the section is a hundred times less work. */
  const filterSection = ({ element, rows, texts }, fits) => {
    const fit = rows.map((row, at) => fits(row, () => (texts[at] ??= row.textContent.toLowerCase())))
    const shown = fit.filter(Boolean).length
    element.hidden = shown === 0
    if (shown === 0) return 0
    rows.forEach((row, at) => {
      if (row.hidden === fit[at]) row.hidden = !fit[at]
    })
    element.style.containIntrinsicSize = 'auto ' + shown * rowHeight + 'px'
    return shown
  }

  const apply = () => {
    const mine = ++turn
    const words = search.value.toLowerCase().split(/\\s+/).filter(Boolean)
    const wanted = new Set(boxes.filter((box) => box.checked).map((box) => box.dataset.category))
    const fits = (row, text) =>
      wanted.has(row.classList[0]) && (!marked.checked || row.classList.length > 1) && words.every((word) => text().includes(word))
    let next = 0
    let shown = 0
    const go = () => {
      if (mine !== turn) return
      const until = performance.now() + sliceMs
      while (next < sections.length && performance.now() < until) shown += filterSection(sections[next++], fits)
      if (next < sections.length) setTimeout(go)
      else say(shown)
    }
    go()
  }

  /** Indents JSON token by token, so that every digit stays as it came; not without end, as a message may be nested a thousand deep. */
  const indent = (raw) => {
    let depth = 0
    const line = () => '\\n' + '  '.repeat(Math.min(depth, 40))
    const tokens = raw.match(/"(?:[^"\\\\]|\\\\.)*"|[{}[\\],:]|[^\\s"{}[\\],:]+/g) ?? []
    const opens = (token) => token === '{' || token === '['
    const closes = (token) => token === '}' || token === ']'
    const pieces = tokens.map((token, at) => {
      if (token === ',') return ',' + line()
      if (token === ':') return ': '
      if (opens(token)) {
        depth++
        return closes(tokens[at + 1]) ? token : token + line()
      }
      if (closes(token)) {
        depth--
        return opens(tokens[at - 1]) ? token : line() + token
      }
      return token
    })
    return pieces.join('')
  }

  const format = (row) => {
    const raw = row.querySelector('.raw, .event')
    if (!raw || row.querySelector('.json')) return
    try {
      JSON.parse(raw.textContent)
    } catch {
      return
    }
    const json = document.createElement('pre')
    json.className = 'json'
    json.textContent = indent(raw.textContent)
    raw.before(json)
  }

  let waiting
  search.addEventListener('input', () => {
    clearTimeout(waiting)
    waiting = setTimeout(apply, 120)
  })
  for (const box of [...boxes, marked]) box.addEventListener('change', apply)
  one('main').addEventListener('toggle', (event) => event.target.open && format(event.target), true)
  document.addEventListener('keydown', (event) => {
    if (event.key === '/' && document.activeElement !== search) {
      event.preventDefault()
      search.focus()
    } else if (event.key === 'Escape' && document.activeElement === search) {
      search.value = ''
      apply()
    }
  })

  const period = one('#period')
  one('.about dl').append(...period.children)
  period.remove()
  one('.tools').hidden = false
  say(total)
})()
`
