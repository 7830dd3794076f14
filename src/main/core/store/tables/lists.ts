import type { Database } from 'better-sqlite3'
import type { PaymentMethod, PriceGroup } from '../../../../shared/domain/money.ts'
import type { User } from '../../../../shared/domain/user.ts'

/** The small lists that the Start charge dialog offers. */
export function readUsers(db: Database): User[] {
  return db
    .prepare(
      `SELECT id, name, status, expires_at AS expiresAt, parent_id AS parentId, payment_method_id AS paymentMethodId, price_group_id AS priceGroupId
       FROM users ORDER BY id`,
    )
    .all() as User[]
}

export function saveUser(db: Database, user: User): void {
  db.prepare(
    `INSERT INTO users (id, name, status, expires_at, parent_id, payment_method_id, price_group_id)
     VALUES (@id, @name, @status, @expiresAt, @parentId, @paymentMethodId, @priceGroupId)
     ON CONFLICT DO UPDATE SET id = excluded.id, name = excluded.name, status = excluded.status, expires_at = excluded.expires_at,
       parent_id = excluded.parent_id, payment_method_id = excluded.payment_method_id, price_group_id = excluded.price_group_id`,
  ).run(user)
}

export function readPaymentMethods(db: Database): PaymentMethod[] {
  const rows = db.prepare('SELECT id, name, charges FROM payment_methods ORDER BY rowid').all() as {
    id: string
    name: string
    charges: number
  }[]
  return rows.map((row) => ({ ...row, charges: row.charges === 1 }))
}

export function savePaymentMethod(db: Database, method: PaymentMethod): void {
  db.prepare(
    `INSERT INTO payment_methods VALUES (@id, @name, @charges)
     ON CONFLICT DO UPDATE SET name = excluded.name, charges = excluded.charges`,
  ).run({ ...method, charges: method.charges ? 1 : 0 })
}

export function readPriceGroups(db: Database): PriceGroup[] {
  return db
    .prepare(
      `SELECT id, name, currency, price_per_kwh AS pricePerKWh, start_fee AS startFee, fee_per_minute AS feePerMinute,
         idle_fee_per_minute AS idleFeePerMinute FROM price_groups ORDER BY rowid`,
    )
    .all() as PriceGroup[]
}

export function savePriceGroup(db: Database, group: PriceGroup): void {
  db.prepare(
    `INSERT INTO price_groups VALUES (@id, @name, @currency, @pricePerKWh, @startFee, @feePerMinute, @idleFeePerMinute)
     ON CONFLICT DO UPDATE SET name = excluded.name, currency = excluded.currency, price_per_kwh = excluded.price_per_kwh,
       start_fee = excluded.start_fee, fee_per_minute = excluded.fee_per_minute, idle_fee_per_minute = excluded.idle_fee_per_minute`,
  ).run(group)
}

const removals = {
  users: 'DELETE FROM users WHERE id = ?',
  paymentMethods: 'DELETE FROM payment_methods WHERE id = ?',
  priceGroups: 'DELETE FROM price_groups WHERE id = ?',
}
export type ListName = keyof typeof removals

/** @returns whether there was such an item */
export function removeFromList(db: Database, list: ListName, id: string): boolean {
  return db.prepare(removals[list]).run(id).changes > 0
}
