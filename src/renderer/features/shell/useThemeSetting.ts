import { useMantineColorScheme } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { client, orpc, queryClient } from '../../api/client.ts'
import { tellProblem } from '../../ui/problem.ts'
import type { Settings } from '../../../shared/domain/settings.ts'

/** Keeps the window's theme as the setting says. */
export function useThemeSetting(): void {
  const { setColorScheme } = useMantineColorScheme()
  const { data } = useQuery(orpc.settings.get.queryOptions())
  const theme = data?.theme
  useEffect(() => {
    if (theme !== undefined) setColorScheme(theme)
  }, [theme, setColorScheme])
}

/** Changes the theme for this and the next time. */
export function changeTheme(theme: Settings['theme']): void {
  client.settings
    .change({ theme })
    .then((settings) => queryClient.setQueryData(orpc.settings.get.queryKey(), settings))
    .catch((error: unknown) => tellProblem(error, 'The theme could not be changed'))
}
