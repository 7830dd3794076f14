import { expect, test } from './support/app.ts'

test('starts with no chargers, and shows the address to type into one', async ({ app }) => {
  await expect(app.page.getByText('Add a virtual charger').first()).toBeVisible()
  await expect(app.page.getByText(new URL(app.ocppUrl).port).first()).toBeVisible()
})
