import { Button, Text } from '@mantine/core'
import { useMutation, useQuery } from '@tanstack/react-query'
import { orpc } from '../../api/client.ts'
import { Copy } from '../../ui/Copyable.tsx'
import { zoneLabel } from '../../ui/format.ts'
import { tellProblem } from '../../ui/problem.ts'
import { Failed, Waiting } from '../../ui/Waiting.tsx'
import { Section } from './Section.tsx'
import classes from './Settings.module.css'

/** Where everything is kept, and what runs. */
export function About() {
  const { data: info, error, refetch } = useQuery(orpc.app.info.queryOptions())
  if (error !== null && info === undefined) return <Failed what="where the data is" error={error} retry={() => void refetch()} />
  if (info === undefined) return <Waiting what="where the data is" />
  return (
    <div className={classes.about}>
      <Section title="Data" meaning="Log, sessions, users and settings. Copy the data folder to take everything along.">
        <Folder label="Data folder" path={info.dataDir} canReveal={info.host === 'electron'} />
        <Folder label="Exported files" path={info.exportDir} canReveal={info.host === 'electron'} />
      </Section>
      <Text size="sm" c="dimmed" mb="lg">
        Chargebench {info.version} · {info.host === 'electron' ? 'desktop app' : 'in the browser'} · times in {zoneLabel()}
      </Text>
    </div>
  )
}

function Folder({ label, path, canReveal }: { label: string; path: string; canReveal: boolean }) {
  const reveal = useMutation(
    orpc.app.reveal.mutationOptions({ onError: (problem) => tellProblem(problem, 'The folder could not be shown') }),
  )
  return (
    <div className={classes.wide}>
      <Text size="sm" fw={500}>
        {label}
      </Text>
      <div className={classes.path}>
        <code>{path}</code>
        <Copy text={path} what={`the path of ${label.toLowerCase()}`} />
        {canReveal && (
          <Button size="compact-xs" variant="default" onClick={() => reveal.mutate({ path })}>
            Show in the file manager
          </Button>
        )}
      </div>
    </div>
  )
}
