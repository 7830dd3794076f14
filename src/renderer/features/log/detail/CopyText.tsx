import { Button, CopyButton } from '@mantine/core'
import { IconCheck, IconCopy, IconLink } from '@tabler/icons-react'

/** A small button that names what it copies. */
export function CopyText({ text, label, link = false }: { text: string; label: string; link?: boolean }) {
  const Icon = link ? IconLink : IconCopy
  return (
    <CopyButton value={text} timeout={1_500}>
      {({ copied, copy }) => (
        <Button
          variant="subtle"
          color="gray"
          size="compact-xs"
          leftSection={copied ? <IconCheck size={13} aria-hidden /> : <Icon size={13} aria-hidden />}
          styles={{ section: { marginInlineEnd: 4 } }}
          onClick={copy}
        >
          {copied ? 'Copied' : label}
        </Button>
      )}
    </CopyButton>
  )
}
