import deAccount from "../../messages/de/account.json" with { type: "json" };
import deAdmin from "../../messages/de/admin.json" with { type: "json" };
import deAdminHealth from "../../messages/de/admin-health.json" with { type: "json" };
import deAdminProblems from "../../messages/de/admin-problems.json" with { type: "json" };
import deAdminProof from "../../messages/de/admin-proof.json" with { type: "json" };
import deAdminRisk from "../../messages/de/admin-risk.json" with { type: "json" };
import deAdminValidation from "../../messages/de/admin-validation.json" with { type: "json" };
import deAuth from "../../messages/de/auth.json" with { type: "json" };
import deCart from "../../messages/de/cart.json" with { type: "json" };
import deCatalog from "../../messages/de/catalog.json" with { type: "json" };
import deChannels from "../../messages/de/channels.json" with { type: "json" };
import deCheckout from "../../messages/de/checkout.json" with { type: "json" };
import deConfirmation from "../../messages/de/confirmation.json" with { type: "json" };
import deHome from "../../messages/de/home.json" with { type: "json" };
import deLegal from "../../messages/de/legal.json" with { type: "json" };
import deList from "../../messages/de/list.json" with { type: "json" };
import dePlacements from "../../messages/de/placements.json" with { type: "json" };
import deProblems from "../../messages/de/problems.json" with { type: "json" };
import deProduct from "../../messages/de/product.json" with { type: "json" };
import deProof from "../../messages/de/proof.json" with { type: "json" };
import deProviders from "../../messages/de/providers.json" with { type: "json" };
import deShell from "../../messages/de/shell.json" with { type: "json" };
import deSupport from "../../messages/de/support.json" with { type: "json" };
import deSupportAdmin from "../../messages/de/support-admin.json" with { type: "json" };
import deVerify from "../../messages/de/verify.json" with { type: "json" };
import enAccount from "../../messages/en/account.json" with { type: "json" };
import enAdmin from "../../messages/en/admin.json" with { type: "json" };
import enAdminHealth from "../../messages/en/admin-health.json" with { type: "json" };
import enAdminProblems from "../../messages/en/admin-problems.json" with { type: "json" };
import enAdminProof from "../../messages/en/admin-proof.json" with { type: "json" };
import enAdminRisk from "../../messages/en/admin-risk.json" with { type: "json" };
import enAdminValidation from "../../messages/en/admin-validation.json" with { type: "json" };
import enAuth from "../../messages/en/auth.json" with { type: "json" };
import enCart from "../../messages/en/cart.json" with { type: "json" };
import enCatalog from "../../messages/en/catalog.json" with { type: "json" };
import enChannels from "../../messages/en/channels.json" with { type: "json" };
import enCheckout from "../../messages/en/checkout.json" with { type: "json" };
import enConfirmation from "../../messages/en/confirmation.json" with { type: "json" };
import enHome from "../../messages/en/home.json" with { type: "json" };
import enLegal from "../../messages/en/legal.json" with { type: "json" };
import enList from "../../messages/en/list.json" with { type: "json" };
import enPlacements from "../../messages/en/placements.json" with { type: "json" };
import enProblems from "../../messages/en/problems.json" with { type: "json" };
import enProduct from "../../messages/en/product.json" with { type: "json" };
import enProof from "../../messages/en/proof.json" with { type: "json" };
import enProviders from "../../messages/en/providers.json" with { type: "json" };
import enShell from "../../messages/en/shell.json" with { type: "json" };
import enSupport from "../../messages/en/support.json" with { type: "json" };
import enSupportAdmin from "../../messages/en/support-admin.json" with { type: "json" };
import enVerify from "../../messages/en/verify.json" with { type: "json" };

/** All texts by language and area. An area is one file per language in `messages/`; add new areas here. */
export const messages = {
  en: {
    shell: enShell,
    catalog: enCatalog,
    proof: enProof,
    problems: enProblems,
    home: enHome,
    list: enList,
    product: enProduct,
    cart: enCart,
    checkout: enCheckout,
    confirmation: enConfirmation,
    legal: enLegal,
    verify: enVerify,
    auth: enAuth,
    account: enAccount,
    channels: enChannels,
    placements: enPlacements,
    admin: enAdmin,
    "admin-health": enAdminHealth,
    providers: enProviders,
    "admin-problems": enAdminProblems,
    "admin-proof": enAdminProof,
    "admin-risk": enAdminRisk,
    "admin-validation": enAdminValidation,
    support: enSupport,
    "support-admin": enSupportAdmin,
  },
  de: {
    shell: deShell,
    catalog: deCatalog,
    proof: deProof,
    problems: deProblems,
    home: deHome,
    list: deList,
    product: deProduct,
    cart: deCart,
    checkout: deCheckout,
    confirmation: deConfirmation,
    legal: deLegal,
    verify: deVerify,
    auth: deAuth,
    account: deAccount,
    channels: deChannels,
    placements: dePlacements,
    admin: deAdmin,
    "admin-health": deAdminHealth,
    providers: deProviders,
    "admin-problems": deAdminProblems,
    "admin-proof": deAdminProof,
    "admin-risk": deAdminRisk,
    "admin-validation": deAdminValidation,
    support: deSupport,
    "support-admin": deSupportAdmin,
  },
};
export type Messages = (typeof messages)["en"];
export type Area = keyof Messages;
