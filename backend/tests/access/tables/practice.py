"""Practice and today: one's own, and nobody else's."""

TABLE = """
                                                             anonymous stranger owner member+editor+root+lead+interviewer+declined+observer+recruiter+candidate
GET    /api/v1/attempts/                      practice:read   401  200  200  200
POST   /api/v1/attempts/                      practice:write  401  201  201  201
GET    /api/v1/attempts/{id}/                 practice:read   401  404  200  404
PATCH  /api/v1/attempts/{id}/                 practice:write  401  404  200  404
DELETE /api/v1/attempts/{id}/                 practice:write  401  404  204  404
POST   /api/v1/attempts/{id}/commit/          practice:write  401  404  200  404
POST   /api/v1/attempts/{id}/reveal/          practice:write  401  404  409  404
POST   /api/v1/attempts/{id}/grade/           practice:write  401  404  409  404
POST   /api/v1/practice/claim/                practice:write  401  200  200  200
POST   /api/v1/practice/preview/              -               200  200  200  200
GET    /api/v1/cards/                         practice:read   401  200  200  200
GET    /api/v1/cards/{id}/                    practice:read   401  404  200  404
GET    /api/v1/reviews/                       practice:read   401  200  200  200
POST   /api/v1/reviews/                       practice:write  401  201  201  201
GET    /api/v1/reviews/{id}/                  practice:read   401  404  200  404
DELETE /api/v1/reviews/{id}/                  practice:write  401  404  204  404
GET    /api/v1/practice-sessions/             practice:read   401  200  200  200
POST   /api/v1/practice-sessions/             practice:write  401  201  201  201
GET    /api/v1/practice-sessions/{id}/        practice:read   401  404  200  404
POST   /api/v1/practice-sessions/{id}/end/    practice:write  401  404  200  404
GET    /api/v1/today/                         practice:read   401  200  200  200
GET    /api/v1/today/due/                     practice:read   401  200  200  200
GET    /api/v1/today/next-interview/          practice:read   401  204  200  204
GET    /api/v1/today/plan/                    practice:read   401  200  200  200
GET    /api/v1/today/readiness/               practice:read   401  200  200  200
GET    /api/v1/today/weak-spots/              practice:read   401  200  200  200
GET    /api/v1/today/activity/                practice:read   401  200  200  200
GET    /api/v1/today/steps/                   practice:read   401  200  200  200
PATCH  /api/v1/today/steps/{slug}/            practice:write  401  200  200  200
"""
