import { api } from "#api/server-client.ts";
import { billingCountries } from "#components/billing-countries.ts";
import { shopContext } from "#shop-context/shop-context.ts";
import { ProfileForm } from "./profile-form.tsx";

export async function ProfilePage() {
  const [profile, shop] = await Promise.all([api().accounts.profile({}), shopContext()]);
  return <ProfileForm profile={profile} countries={billingCountries(shop.locale)} />;
}
