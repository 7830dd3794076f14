import { z } from 'zod'
import { inputWords } from './ui/inputWords.ts'

// zod compiles its validators by default; the page's content security policy forbids that.
z.config({ jitless: true, customError: inputWords })
