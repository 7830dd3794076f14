import { MantineProvider } from '@mantine/core'
import { Notifications } from '@mantine/notifications'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { BenchProvider } from './api/bench.tsx'
import { queryClient } from './api/client.ts'
import { router } from './router.tsx'
import { cssVariables, theme } from './ui/theme.ts'

export function App() {
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} defaultColorScheme="dark">
      <QueryClientProvider client={queryClient}>
        <Notifications position="bottom-right" limit={4} containerWidth={380} />
        <BenchProvider>
          <RouterProvider router={router} />
        </BenchProvider>
      </QueryClientProvider>
    </MantineProvider>
  )
}
