import {
  ActionIcon,
  Alert,
  Autocomplete,
  Button,
  createTheme,
  Input,
  Menu,
  Modal,
  NumberInput,
  Popover,
  SegmentedControl,
  Select,
  Switch,
  Table,
  Textarea,
  TextInput,
  Tooltip,
  type CSSVariablesResolver,
} from '@mantine/core'

const short = { transitionProps: { duration: 100 } }
const small = { size: 'xs' } as const

/** Dense, one accent colour for what can be pressed, motion of at most 100 ms. */
export const theme = createTheme({
  primaryColor: 'bench',
  primaryShade: { light: 8, dark: 8 },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  respectReducedMotion: true,
  fontFamily: 'Inter, "Segoe UI", system-ui, -apple-system, "Noto Sans", "DejaVu Sans", sans-serif',
  fontFamilyMonospace: '"JetBrains Mono", "Cascadia Mono", ui-monospace, Menlo, Consolas, "DejaVu Sans Mono", monospace',
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.125rem' },
  spacing: { xs: '0.375rem', sm: '0.5rem', md: '0.75rem', lg: '1rem', xl: '1.5rem' },
  colors: {
    bench: ['#e3f6fc', '#cbecf7', '#98d9ee', '#62c6e5', '#3ab6de', '#22acd9', '#109fce', '#0b8bb6', '#057599', '#006280'],
    dark: ['#d7dce3', '#aeb6c1', '#8f98a5', '#626c79', '#3b434e', '#2c323b', '#21262d', '#171b20', '#12151a', '#0d1013'],
    gray: ['#f7f8fa', '#eff1f4', '#e4e7ec', '#d6dae1', '#c2c8d1', '#a3abb7', '#737d8b', '#4c5561', '#333b45', '#1d232b'],
  },
  headings: {
    fontWeight: '600',
    sizes: { h1: { fontSize: '1.125rem' }, h2: { fontSize: '0.9375rem' }, h3: { fontSize: '0.8125rem' } },
  },
  components: {
    ActionIcon: ActionIcon.extend({
      defaultProps: { variant: 'subtle', color: 'gray', size: 'sm' },
      vars: (_theme, props) => ({ root: props.color === 'gray' ? { '--ai-color': 'var(--mantine-color-dimmed)' } : {} }),
    }),
    Alert: Alert.extend({ defaultProps: { p: 'sm' } }),
    Autocomplete: Autocomplete.extend({ defaultProps: small }),
    Button: Button.extend({ defaultProps: small, styles: { label: { fontWeight: 500 } } }),
    InputWrapper: Input.Wrapper.extend({
      styles: {
        label: { fontSize: 'var(--mantine-font-size-sm)', fontWeight: 550, marginBottom: 3 },
        description: { fontSize: 'var(--mantine-font-size-xs)' },
        error: { fontSize: 'var(--mantine-font-size-xs)' },
      },
    }),
    Menu: Menu.extend({ defaultProps: short }),
    Modal: Modal.extend({
      defaultProps: { ...short, centered: true, overlayProps: { backgroundOpacity: 0.45 } },
      styles: { title: { fontWeight: 600 } },
    }),
    NumberInput: NumberInput.extend({ defaultProps: small }),
    Popover: Popover.extend({ defaultProps: short }),
    SegmentedControl: SegmentedControl.extend({ defaultProps: small }),
    Select: Select.extend({ defaultProps: { ...small, allowDeselect: false } }),
    Switch: Switch.extend({ defaultProps: { size: 'sm' } }),
    Table: Table.extend({ defaultProps: { verticalSpacing: 6, horizontalSpacing: 'sm', borderColor: 'var(--bench-line)' } }),
    Textarea: Textarea.extend({ defaultProps: small }),
    TextInput: TextInput.extend({ defaultProps: small }),
    Tooltip: Tooltip.extend({
      defaultProps: { ...short, openDelay: 250, multiline: true, maw: 340, events: { hover: true, focus: true, touch: true } },
    }),
  },
})

/** Surfaces and lines of both themes, and words that are quiet but still readable (4.5:1). */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--bench-chrome': '#f1f3f6',
    '--bench-surface': '#ffffff',
    '--bench-sunken': '#f7f8fa',
    '--bench-line': '#dde1e7',
    '--bench-good': '#17803f',
    '--bench-notice': '#8a5a00',
    '--bench-bad': '#c0262b',
    '--mantine-color-error': '#c0262b',
    '--mantine-color-dimmed': '#58626f',
    '--mantine-color-text': '#1d232b',
  },
  dark: {
    '--bench-chrome': '#12151a',
    '--bench-surface': '#1c2127',
    '--bench-sunken': '#13171b',
    '--bench-line': '#2c323b',
    '--bench-good': '#4cc27a',
    '--bench-notice': '#f0b34a',
    '--bench-bad': '#ff7a7d',
    '--mantine-color-error': '#ff7a7d',
    '--mantine-color-dimmed': '#949daa',
  },
})
