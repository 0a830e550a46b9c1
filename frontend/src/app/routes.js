/**
 * Every page of the site, in one table. A page is the default export of its module and is loaded
 * when it is first visited. To add one: write it in its feature's pages/, add a line here.
 */

/**
 * @typedef {object} RouteEntry
 * @property {string} path as preact-iso reads it; parameters arrive as props
 * @property {string} title for the find dialog and, with `nav`, the navigation
 * @property {() => Promise<{ default: import("preact").ComponentType<any> }>} load
 * @property {Nav} [nav] where it stands in the main navigation, if it does
 * @property {boolean} [docked] whether the API drawer stands beside it where there is room
 */

/**
 * @typedef {object} Nav
 * @property {import("../ui/Icon.jsx").IconName} icon
 * @property {number} [candidate] position on the candidate's side; left out: not shown there
 * @property {number} [interviewer]
 * @property {string} [key] G and then this key goes there
 */

/** @type {RouteEntry[]} */
export const routes = [
  { path: "/", title: "Start", load: () => import("../features/start/pages/Start.jsx") },
  { path: "/today", title: "Today", load: () => import("../features/today/pages/Today.jsx"), nav: { icon: "clock", candidate: 0, key: "T" } },
  {
    path: "/questions",
    title: "Questions",
    load: () => import("../features/questions/pages/Bank.jsx"),
    nav: { icon: "questions", candidate: 1, interviewer: 4, key: "Q" },
    docked: true,
  },
  { path: "/questions/browse", title: "Questions by category", load: () => import("../features/questions/pages/Browse.jsx") },
  { path: "/questions/print", title: "Print questions", load: () => import("../features/questions/pages/Print.jsx") },
  { path: "/questions/:slug", title: "Question", load: () => import("../features/questions/pages/QuestionPage.jsx") },
  { path: "/practice", title: "Practice", load: () => import("../features/practice/pages/Practice.jsx"), nav: { icon: "card", candidate: 2, key: "P" } },
  { path: "/practice/:slug", title: "Practise a question", load: () => import("../features/practice/pages/Practice.jsx") },
  { path: "/steps", title: "Prepare", load: () => import("../features/steps/pages/Steps.jsx"), nav: { icon: "steps", candidate: 3, key: "S" } },
  { path: "/asking", title: "Asking", load: () => import("../features/asking/pages/Asking.jsx"), nav: { icon: "chat", candidate: 4, key: "A" } },
  { path: "/faq", title: "What people ask about interviews", load: () => import("../features/asking/pages/Faq.jsx") },
  { path: "/kits", title: "Kits", load: () => import("../features/kits/pages/Kits.jsx"), nav: { icon: "kit", interviewer: 1, key: "K" } },
  { path: "/kits/:slug", title: "Kit", load: () => import("../features/kits/pages/KitPage.jsx") },
  { path: "/roles", title: "Roles", load: () => import("../features/roles/pages/Roles.jsx") },
  { path: "/roles/:slug", title: "Role", load: () => import("../features/roles/pages/RolePage.jsx") },
  { path: "/rubrics", title: "Rubrics", load: () => import("../features/rubrics/pages/Rubrics.jsx"), nav: { icon: "rubric", candidate: 5, interviewer: 3, key: "R" } },
  { path: "/rubrics/:slug", title: "Rubric", load: () => import("../features/rubrics/pages/RubricPage.jsx") },
  { path: "/interviews", title: "Interviews", load: () => import("../features/interviews/pages/Interviews.jsx"), nav: { icon: "calendar", candidate: 6, interviewer: 0, key: "I" } },
  { path: "/interviews/new", title: "Add an interview", load: () => import("../features/interviews/pages/NewInterview.jsx") },
  { path: "/start-now", title: "Start an interview", load: () => import("../features/interviews/pages/StartNow.jsx") },
  { path: "/interviews/:id", title: "Interview", load: () => import("../features/interviews/pages/InterviewPage.jsx") },
  { path: "/debriefs", title: "Debriefs", load: () => import("../features/debriefs/pages/Debriefs.jsx"), nav: { icon: "debrief", interviewer: 2, key: "D" } },
  { path: "/debriefs/:id", title: "Debrief", load: () => import("../features/debriefs/pages/DebriefPage.jsx") },
  { path: "/invitation", title: "Invitation", load: () => import("../features/invitations/pages/Invitation.jsx") },
  { path: "/sign-in", title: "Sign in", load: () => import("../features/accounts/pages/SignIn.jsx") },
  { path: "/sign-up", title: "Make an account", load: () => import("../features/accounts/pages/SignUp.jsx") },
  { path: "/sign-in/forgotten", title: "A new password", load: () => import("../features/accounts/pages/Forgotten.jsx") },
  { path: "/sign-in/new-password/:secret", title: "Choose a new password", load: () => import("../features/accounts/pages/NewPassword.jsx") },
  { path: "/sign-up/confirm/:secret", title: "Confirm your address", load: () => import("../features/accounts/pages/Confirm.jsx") },
  { path: "/settings", title: "Settings", load: () => import("../features/accounts/pages/Settings.jsx") },
];

/** @typedef {RouteEntry & { nav: Nav }} NavEntry */

/**
 * @param {"candidate" | "interviewer"} side
 * @returns {NavEntry[]}
 */
export function navigation(side) {
  return /** @type {NavEntry[]} */ (routes.filter((route) => route.nav?.[side] !== undefined)).sort(
    (one, other) => (one.nav[side] ?? 0) - (other.nav[side] ?? 0),
  );
}

/**
 * @param {string} path where the browser is
 * @param {string} target a page's path
 */
export const isUnder = (path, target) => path === target || path.startsWith(`${target}/`);

/** @param {string} path */
export const isDocked = (path) => routes.some((route) => route.docked && route.path === path);
