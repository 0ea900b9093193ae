// Runs inside the frame. Reads its words and the parent's origin from the JSON beside it.
const settings = JSON.parse(document.getElementById("settings").textContent);
const form = document.querySelector("form");
const status = document.getElementById("status");
const fields = ["name", "number", "expiry", "cvc"];
const input = (field) => document.getElementById(field);
const digits = (field) => input(field).value.replace(/\D/g, "");
let sending = false;

const tell = (message) => window.parent.postMessage(message, settings.parent);

const checkDigitRight = (number) => {
  const sum = [...number].reverse().reduce((total, digit, index) => {
    const value = Number(digit) * (index % 2 === 0 ? 1 : 2);
    return total + (value > 9 ? value - 9 : value);
  }, 0);
  return number.length >= 12 && number.length <= 19 && sum % 10 === 0;
};

const expiryRight = (expiry) => {
  const month = Number(expiry.slice(0, 2));
  if (expiry.length !== 4 || month < 1 || month > 12) {
    return false;
  }
  const firstDayAfter = new Date(2000 + Number(expiry.slice(2)), month, 1);
  return firstDayAfter > new Date();
};

const checks = {
  name: () => input("name").value.trim().length > 0,
  number: () => checkDigitRight(digits("number")),
  expiry: () => expiryRight(digits("expiry")),
  cvc: () => /^\d{3,4}$/.test(input("cvc").value.trim()),
};

const show = (field, valid) => {
  input(field).setAttribute("aria-invalid", String(!valid));
  document.getElementById(`${field}-error`).textContent = valid ? "" : settings.words[`${field}Wrong`];
  return valid;
};

// The test numbers are everybody's: whoever opens the form holds a card of their own.
const wallet = Array.from(crypto.getRandomValues(new Uint8Array(16)), (byte) =>
  byte.toString(16).padStart(2, "0"),
).join("");

const methodOf = async () => {
  const expiry = digits("expiry");
  const response = await fetch("/card-form/payment-methods", {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({
      number: digits("number"),
      expMonth: Number(expiry.slice(0, 2)),
      expYear: 2000 + Number(expiry.slice(2)),
      cvc: input("cvc").value.trim(),
      name: input("name").value.trim(),
      wallet,
    }),
  });
  if (!response.ok) {
    throw new Error(`status ${response.status}`);
  }
  return (await response.json()).id;
};

const submit = async () => {
  if (sending) {
    return;
  }
  const wrong = fields.filter((field) => !show(field, checks[field]()));
  if (wrong.length > 0) {
    input(wrong[0]).focus();
    tell({ type: "smplat:card-error", message: settings.words[`${wrong[0]}Wrong`], reason: "entry" });
    return;
  }
  sending = true;
  status.textContent = "";
  try {
    tell({ type: "smplat:payment-method", paymentMethodId: await methodOf() });
  } catch (error) {
    // `fetch` fails with a TypeError when no answer came at all.
    const offline = error instanceof TypeError;
    status.textContent = offline ? settings.words.offline : settings.words.unreachable;
    tell({ type: "smplat:card-error", message: status.textContent, reason: offline ? "connection" : "processor" });
  } finally {
    sending = false;
  }
};

const group = (text) => text.replace(/(.{4})(?=.)/g, "$1 ");
input("number").addEventListener("input", () => {
  input("number").value = group(digits("number").slice(0, 19));
});
input("expiry").addEventListener("input", (event) => {
  const typed = digits("expiry").slice(0, 4);
  const deleting = event.inputType === "deleteContentBackward";
  input("expiry").value =
    typed.length > 2 || (typed.length === 2 && !deleting) ? `${typed.slice(0, 2)} / ${typed.slice(2)}` : typed;
});
// A message that appears while the mouse button is down moves the target away and swallows the click.
const afterClickMs = 180;
for (const field of fields) {
  input(field).addEventListener("blur", () => {
    setTimeout(() => {
      if (input(field).value !== "") {
        show(field, checks[field]());
      }
    }, afterClickMs);
  });
  input(field).addEventListener("input", () => {
    if (input(field).getAttribute("aria-invalid") === "true" && checks[field]()) {
      show(field, true);
    }
  });
}
for (const button of document.querySelectorAll("[data-card]")) {
  button.addEventListener("click", () => {
    const nextYear = String((new Date().getFullYear() + 2) % 100).padStart(2, "0");
    input("number").value = group(button.dataset.card);
    input("expiry").value = `12 / ${nextYear}`;
    input("cvc").value = "123";
    if (input("name").value === "") {
      input("name").value = "Ada Sample";
    }
    for (const field of fields) {
      show(field, true);
    }
  });
}
form.addEventListener("submit", (event) => {
  event.preventDefault();
  submit();
});
window.addEventListener("message", (event) => {
  if (event.origin === settings.parent && event.source === window.parent && event.data?.type === "smplat:submit") {
    submit();
  }
});
const tellHeight = () =>
  tell({
    type: "smplat:card-form-height",
    height: Math.ceil(document.documentElement.getBoundingClientRect().height),
  });
new ResizeObserver(tellHeight).observe(document.documentElement);
tellHeight();
