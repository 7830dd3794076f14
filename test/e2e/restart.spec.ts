import { boot, connectCharger, status } from '../support/charger.ts'
import { expect, test } from './support/app.ts'

test('a charger that was seen is still there after a restart, and after the power went', async ({ app }) => {
  const charger = await connectCharger(app.ocppUrl, 'GARAGE-07')
  await charger.call('BootNotification', boot)
  await charger.call('StatusNotification', status(1, 'Available'))
  await expect(app.page.getByText('GARAGE-07').first()).toBeVisible()
  await charger.close()

  await app.restart()
  await expect(app.page.getByText('GARAGE-07').first()).toBeVisible()

  await app.kill()
  await app.restart()
  await expect(app.page.getByText('GARAGE-07').first()).toBeVisible()
})

test('the page works on after it was reloaded', async ({ app }) => {
  await expect(app.page.getByText('Add a virtual charger').first()).toBeVisible()
  await app.page.reload()
  const charger = await connectCharger(app.ocppUrl, 'DEPOT-2')
  await charger.call('BootNotification', boot)
  await expect(app.page.getByText('DEPOT-2').first()).toBeVisible()
  await charger.close()
})
