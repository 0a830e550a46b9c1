"""Who may do what: written by hand, role by role, for every operation in openapi.yaml.

anonymous  nobody is signed in
stranger   somebody is signed in, and the row is another person's
owner      the row is theirs
other      the owner's token, without the scope of the address
token      the owner's token, with exactly that scope
"""

from __future__ import annotations

ROLES = ("anonymous", "stranger", "owner", "other", "token")

TABLE = """
                                                      anonymous  stranger  owner  other  token
GET    /api/v1/                                          200        200     200    200    200

GET    /api/v1/answers/                                  200        200     200    403    200
GET    /api/v1/answers/{id}/                             200        200     200    403    200
GET    /api/v1/categories/                               200        200     200    403    200
GET    /api/v1/categories/{id}/                          200        200     200    403    200
GET    /api/v1/kits/                                     200        200     200    403    200
GET    /api/v1/kits/{id}/                                200        200     200    403    200
GET    /api/v1/qualities/                                200        200     200    403    200
GET    /api/v1/qualities/{id}/                           200        200     200    403    200
GET    /api/v1/questions/                                200        200     200    403    200
GET    /api/v1/questions/{id}/                           200        200     200    403    200
GET    /api/v1/roles/                                    200        200     200    403    200
GET    /api/v1/roles/{id}/                               200        200     200    403    200
GET    /api/v1/rubrics/                                  200        200     200    403    200
GET    /api/v1/rubrics/{id}/                             200        200     200    403    200
GET    /api/v1/steps/                                    200        200     200    403    200
GET    /api/v1/steps/{id}/                               200        200     200    403    200
GET    /api/v1/topics/                                   200        200     200    403    200
GET    /api/v1/topics/{id}/                              200        200     200    403    200

GET    /api/v1/me/                                       200        200     200    403    200
PATCH  /api/v1/me/                                       401        200     200    403    200
GET    /api/v1/tokens/                                   401        200     200    403    200
POST   /api/v1/tokens/                                   401        201     201    403    201
GET    /api/v1/tokens/{id}/                              401        404     200    403    200
DELETE /api/v1/tokens/{id}/                              401        404     204    403    204
POST   /api/v1/demo/erase/                               401        403     403    403    403

GET    /api/v1/openings/                                 401        200     200    403    200
POST   /api/v1/openings/                                 401        201     201    403    201
GET    /api/v1/openings/{id}/                            401        404     200    403    200
PATCH  /api/v1/openings/{id}/                            401        404     200    403    200
DELETE /api/v1/openings/{id}/                            401        404     204    403    204
GET    /api/v1/applications/                             401        200     200    403    200
POST   /api/v1/applications/                             401        400     201    403    201
GET    /api/v1/applications/{id}/                        401        404     200    403    200
PATCH  /api/v1/applications/{id}/                        401        404     200    403    200
DELETE /api/v1/applications/{id}/                        401        404     204    403    204
POST   /api/v1/applications/{id}/move/                   401        404     200    403    200

GET    /api/v1/interviews/                               401        200     200    403    200
POST   /api/v1/interviews/                               401        201     201    403    201
GET    /api/v1/interviews/{id}/                          401        404     200    403    200
PATCH  /api/v1/interviews/{id}/                          401        404     200    403    200
DELETE /api/v1/interviews/{id}/                          401        404     204    403    204
POST   /api/v1/interviews/{id}/reschedule/               401        404     200    403    200
POST   /api/v1/interviews/{id}/cancel/                   401        404     200    403    200
POST   /api/v1/interviews/{id}/complete/                 401        404     200    403    200
POST   /api/v1/interviews/{id}/no-show/                  401        404     200    403    200
POST   /api/v1/interviews/start-now/                     401        201     201    403    201
POST   /api/v1/interviews/{id}/start/                    401        404     409    403    409
POST   /api/v1/interviews/{id}/finish/                   401        404     409    403    409
GET    /api/v1/interviews/{interview}/retrospective/     401        404     200    403    200
POST   /api/v1/interviews/{interview}/retrospective/     401        404     409    403    409
PATCH  /api/v1/interviews/{interview}/retrospective/     401        404     200    403    200
DELETE /api/v1/interviews/{interview}/retrospective/     401        404     204    403    204

GET    /api/v1/interview-items/                          401        200     200    403    200
POST   /api/v1/interview-items/                          401        400     201    403    201
GET    /api/v1/interview-items/{id}/                     401        404     200    403    200
PATCH  /api/v1/interview-items/{id}/                     401        404     428    403    428
GET    /api/v1/invitations/                              401        200     200    403    200
POST   /api/v1/invitations/                              401        400     201    403    201
GET    /api/v1/invitations/{id}/                         401        404     200    403    200
DELETE /api/v1/invitations/{id}/                         401        404     204    403    204
POST   /api/v1/invitations/accept/                       401        200     409    403    409
GET    /api/v1/colleagues/                               401        403     403    403    403
GET    /api/v1/colleagues/{id}/                          401        403     403    403    403
GET    /api/v1/scorecards/                               401        200     200    403    200
POST   /api/v1/scorecards/                               401        400     201    403    201
GET    /api/v1/scorecards/{id}/                          401        404     200    403    200
PATCH  /api/v1/scorecards/{id}/                          401        404     428    403    428
POST   /api/v1/scorecards/{id}/submit/                   401        404     200    403    200
POST   /api/v1/scorecards/{id}/revise/                   401        404     409    403    409
POST   /api/v1/scorecards/{id}/decline/                  401        404     200    403    200
GET    /api/v1/debriefs/                                 401        200     200    403    200
GET    /api/v1/debriefs/{id}/                            401        404     200    403    200
POST   /api/v1/debriefs/{id}/decide/                     401        404     409    403    409

GET    /api/v1/attempts/                                 401        200     200    403    200
POST   /api/v1/attempts/                                 401        201     201    403    201
GET    /api/v1/attempts/{id}/                            401        404     200    403    200
PATCH  /api/v1/attempts/{id}/                            401        404     200    403    200
DELETE /api/v1/attempts/{id}/                            401        404     204    403    204
POST   /api/v1/attempts/{id}/commit/                     401        404     200    403    200
POST   /api/v1/attempts/{id}/reveal/                     401        404     409    403    409
POST   /api/v1/attempts/{id}/grade/                      401        404     409    403    409
POST   /api/v1/practice/claim/                           401        200     200    403    200
POST   /api/v1/practice/preview/                         200        200     200    200    200
GET    /api/v1/cards/                                    401        200     200    403    200
GET    /api/v1/cards/{id}/                               401        404     200    403    200
GET    /api/v1/reviews/                                  401        200     200    403    200
POST   /api/v1/reviews/                                  401        201     201    403    201
GET    /api/v1/reviews/{id}/                             401        404     200    403    200
DELETE /api/v1/reviews/{id}/                             401        404     204    403    204
GET    /api/v1/practice-sessions/                        401        200     200    403    200
POST   /api/v1/practice-sessions/                        401        201     201    403    201
GET    /api/v1/practice-sessions/{id}/                   401        404     200    403    200
POST   /api/v1/practice-sessions/{id}/end/               401        404     200    403    200

GET    /api/v1/today/                                    401        200     200    403    200
GET    /api/v1/today/due/                                401        200     200    403    200
GET    /api/v1/today/next-interview/                     401        204     204    403    204
GET    /api/v1/today/plan/                               401        200     200    403    200
GET    /api/v1/today/readiness/                          401        200     200    403    200
GET    /api/v1/today/weak-spots/                         401        200     200    403    200
GET    /api/v1/today/activity/                           401        200     200    403    200
GET    /api/v1/today/steps/                              401        200     200    403    200
PATCH  /api/v1/today/steps/{slug}/                       401        200     200    403    200
"""


def cells() -> list[tuple[str, str, str, int]]:
    """Each operation with each role: method, path, role, status."""
    found = []
    for line in TABLE.strip().splitlines()[1:]:
        if line:
            method, path, *statuses = line.split()
            found += [(method, path, role, int(status)) for role, status in zip(ROLES, statuses, strict=True)]
    return found
