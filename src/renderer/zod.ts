import { z } from 'zod'

// zod compiles its validators by default; the page's content security policy forbids that.
z.config({ jitless: true })
