import { Button, Group, Text } from '@mantine/core'
import { schemaResolver, useForm } from '@mantine/form'
import { notifications } from '@mantine/notifications'
import { useMutation } from '@tanstack/react-query'
import { useEffect, useEffectEvent } from 'react'
import { Settings } from '../../../shared/domain/settings.ts'
import { client, orpc, queryClient } from '../../api/client.ts'
import { problemText } from '../../ui/problem.ts'
import { Access } from './Access.tsx'
import { Behaviour } from './Behaviour.tsx'
import { Encryption } from './Encryption.tsx'
import { Listening } from './Listening.tsx'
import classes from './Settings.module.css'
import { Terms } from './Terms.tsx'
import { Theme } from './Theme.tsx'

/** The settings; nothing changes before Save, but for the theme. */
export function SettingsForm({ settings }: { settings: Settings }) {
  const form = useForm<Settings>({ initialValues: settings, validate: schemaResolver(Settings, { sync: true }) })
  const edited = (): Partial<Settings> =>
    Object.fromEntries(Object.entries(form.getValues()).filter(([name]) => name !== 'theme' && form.isDirty(name)))
  const take = useEffectEvent((next: Settings) => {
    // Changed elsewhere, it may be: what is being edited here stays.
    const kept = edited()
    form.setInitialValues(next)
    form.setValues({ ...next, ...kept })
  })
  useEffect(() => take(settings), [settings])
  const save = useMutation(
    orpc.settings.change.mutationOptions({
      onSuccess: async (saved) => {
        queryClient.setQueryData(orpc.settings.get.queryKey(), saved)
        form.setInitialValues(saved)
        form.setValues(saved)
        const { problem } = await client.server.status()
        if (problem === null) notifications.show({ title: 'Settings saved', message: 'They apply from now on.', autoClose: 3_000 })
        else notifications.show({ title: 'Settings saved, but for the port', message: problem, color: 'red', autoClose: 10_000 })
      },
    }),
  )
  return (
    <form onSubmit={form.onSubmit(() => save.mutate(edited()))} noValidate className={classes.form}>
      <Listening form={form} />
      <Access form={form} />
      <Encryption form={form} />
      <Behaviour form={form} />
      <Terms form={form} />
      <Theme theme={settings.theme} />
      {save.error && (
        <Text size="sm" c="var(--bench-bad)" role="alert">
          {problemText(save.error)}
        </Text>
      )}
      <Group gap="sm" className={classes.save} data-dirty={form.isDirty() || undefined}>
        <Button type="submit" loading={save.isPending} disabled={!form.isDirty()}>
          Save
        </Button>
        <Button variant="default" onClick={form.reset} disabled={!form.isDirty()}>
          Discard changes
        </Button>
        <Text size="sm" c="dimmed" role="status">
          {form.isDirty() ? 'Not saved yet' : 'Nothing to save'}
        </Text>
      </Group>
    </form>
  )
}
