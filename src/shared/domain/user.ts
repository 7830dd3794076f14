import { z } from 'zod'

/** OCPP 1.6 AuthorizationStatus values that a user can be given; ConcurrentTx is decided per call. */
export const userStatuses = ['Accepted', 'Blocked', 'Expired', 'Invalid'] as const

export const User = z.object({
  id: z
    .string()
    .trim()
    .min(1, 'A User ID cannot be empty.')
    .max(255, 'No version of OCPP allows a User ID of more than 255 characters; OCPP 1.6 allows 20.')
    .describe('The idTag or idToken, compared without regard to case (OCPP 1.6 §7.28); OCPP 1.6 allows 20 characters, 2.0.1 allows 36'),
  name: z.string().trim().max(80).default(''),
  status: z.enum(userStatuses).default('Accepted'),
  expiresAt: z.number().nullable().default(null).describe('Epoch ms after which the user is answered Expired'),
  parentId: z
    .string()
    .trim()
    .max(20, 'OCPP 1.6 allows a parent id of at most 20 characters.')
    .nullable()
    .default(null)
    .describe("Users of one parent may end each other's sessions (OCPP 1.6 §3.10, parentIdTag); empty or null for none"),
  paymentMethodId: z.string().nullable().default(null).describe('Used for sessions that the user starts at the charger'),
  priceGroupId: z.string().nullable().default(null),
})
export type User = z.infer<typeof User>
