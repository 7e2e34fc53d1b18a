"""How projects of each kind run, one line a task: key | name | who | days | predecessors | calendar.

`{s}` is the project's subject, `{S}` the same with a capital. Who is a kind of staff, `home` (anybody in the
project's own team) or `lead` (its head). Days are a range to draw from; 0 is a milestone.
"""

TEMPLATES = {
    "software": """
a | Collect requirements for {s} | analyst | 6-10 |
b | Map today's work around {s} | home | 4-7 | a SS+2d
c | Design {s} | analyst | 5-9 | a, b
d | Data protection assessment of {s} | legal | 4-8 | c SS+1d
e | Configure {s} | developer | 8-15 | c
f | Build interfaces of {s} | integrator | 7-14 | c
g | Write test cases for {s} | analyst | 3-6 | c
h | Load test data for {s} | data | 3-5 | e
i | Integration test of {s} | integrator | 5-9 | e, f, g, h
j | Fix findings in {s} | developer | 4-8 | i FS-1d
k | User acceptance of {s} | home | 4-7 | j, d
l | Write the user guide to {s} | trainer | 3-6 | e SS+3d
m | Train key users of {s} | trainer | 3-5 | l, i
n | Decide on go-live of {s} | lead | 1-1 | k, m
o | Night cutover of {s} | ops | 1-2 | n | night
p | Support on the floor after go-live of {s} | home | 6-10 | o
q | {S} in use | home | 0 | p""",
    "procure": """
a | Write the specification of {s} | home | 5-8 |
b | Survey the market for {s} | buyer | 4-8 | a SS+2d
c | Publish the tender for {s} | buyer | 2-3 | a, b
d | Answer bidders' questions on {s} | buyer | 3-5 | c FS+5d
e | Open the bids for {s} | buyer | 1-1 | c FS+21ed, d
f | Score clinical fit of {s} | home | 4-6 | e
g | Score price and terms of {s} | controller | 3-5 | e
h | Check references for {s} | buyer | 3-5 | e
i | Review contract and liability for {s} | legal | 4-7 | e
j | Recommend the award of {s} | lead | 2-3 | f, g, h, i
k | Sign the contract for {s} | legal | 1-2 | j FS+10ed
l | Plan delivery of {s} | planner | 2-4 | k SS+1d
m | Receive and inspect {s} | technician | 3-5 | k FS+10d, l
n | {S} ready for use | buyer | 0 | m""",
    "data": """
a | List the sources of {s} | data | 4-6 |
b | Measure the quality of {s} | data | 4-7 | a FS-1d
c | Agree the rules for {s} | home | 3-6 | a
d | Merge duplicates in {s} | data | 8-14 | b, c
e | Map the fields of {s} | integrator | 5-9 | c
f | Write load programs for {s} | developer | 6-10 | e
g | First trial load of {s} | data | 2-4 | d, f
h | Check the trial load of {s} | home | 3-5 | g
i | Correct the rules for {s} | data | 3-6 | h FS-1d
j | Second trial load of {s} | data | 2-3 | i
k | Accept the load of {s} | lead | 1-2 | j FS+1d
l | Night load of {s} | ops | 1-3 | k | night
m | Reconcile {s} | data | 4-7 | l
n | Archive the old {s} | ops | 2-4 | m
o | {S} complete and clean | data | 0 | m, n""",
    "build": """
a | Survey the site of {s} | engineer | 4-7 |
b | Draw the plans of {s} | engineer | 8-14 | a
c | Clinical walk-through of {s} on paper | home | 2-4 | b FS-2d
d | Apply for the permit of {s} | engineer | 3-5 | b, c
e | Tender the works of {s} | buyer | 8-12 | b
f | Work the permit's conditions into {s} | engineer | 2-4 | d FS+28ed
g | Clear and prepare the site of {s} | technician | 5-8 | e, f
h | Shell and structure of {s} | engineer | 11-18 | g
i | Pour the floors of {s} | technician | 3-5 | h SS+6d
j | Electrical installation of {s} | technician | 7-12 | h, i FS+3ed
k | Ventilation and medical gas of {s} | technician | 8-13 | h, i FS+3ed
l | Network and nurse call of {s} | ops | 5-8 | j SS+3d
m | Walls and paint of {s} | technician | 6-10 | j, k SS+4d, l FF+2d
n | Install the equipment of {s} | technician | 4-7 | m FS+3ed
o | Air and water measurements in {s} | infection | 3-4 | k, m FS+3ed
p | Fire and safety inspection of {s} | quality | 2-3 | n, o
q | Put right the defects of {s} | engineer | 4-7 | p
r | Hand over {s} | engineer | 0 | q""",
    "process": """
a | Measure today's {s} | home | 5-9 |
b | Visit a hospital known for its {s} | home | 2-3 |
c | Find what delays {s} | quality | 4-6 | a
d | Redesign {s} | home | 5-8 | b, c
e | Agree new roles in {s} | lead | 2-3 | d
f | Consult the staff council on {s} | hr | 2-4 | d FS+7ed
g | Write the procedure for {s} | quality | 4-6 | d SS+2d
h | Prepare the pilot of {s} | planner | 3-5 | e, g
i | Train the pilot ward in {s} | trainer | 2-3 | h | wards
j | Run the pilot of {s} | home | 9-14 | f, i
k | Measure the pilot of {s} | quality | 5-8 | j SS+5d, j FF+2d
l | Adjust {s} | home | 2-4 | k
m | Introduce {s} at all sites | home | 7-12 | l
n | Audit {s} after a month | quality | 3-4 | m FS+30ed
o | {S} is the new standard | home | 0 | n""",
    "training": """
a | Ask staff what they need for {s} | trainer | 4-6 |
b | Set learning goals for {s} | trainer | 2-4 | a
c | Write the course on {s} | trainer | 7-11 | b
d | Film the short lessons on {s} | trainer | 4-6 | b SS+2d
e | Free rotas for {s} | hr | 3-5 | b
f | Build the e-learning for {s} | developer | 5-9 | c, d
g | Train the trainers for {s} | trainer | 2-4 | c
h | Course on {s}: emergency and theatres | trainer | 3-5 | e, f, g | wards
i | Course on {s}: wards North (1A, 1B, 2A) | nurse | 3-6 | e, f, g | wards
j | Course on {s}: wards South (3A, 3B) | nurse | 3-6 | h FS-1d, i | wards
k | Test what stayed of {s} | trainer | 2-4 | h, i, j
l | Repeat {s} for those who missed it | trainer | 3-4 | k FS+5d
m | Evaluate {s} with the wards | home | 2-4 | k FF+3d, l
n | {S} completed | trainer | 0 | m""",
    "rollout": """
a | Plan the introduction of {s} | planner | 4-6 |
b | Prepare devices and rooms for {s} | ops | 5-9 | a SS+2d
c | Set up accounts and rights for {s} | ops | 3-5 | a
d | Inform heads of wards about {s} | lead | 1-2 | a
e | Train super-users of {s} | trainer | 3-5 | d
f | Rehearse {s} | home | 2-4 | b, c, e
g | Switch North site to {s} | ops | 1-2 | f | night
h | Walk the floors at North site for {s} | nurse | 5-8 | g | wards
i | Learn from North site about {s} | home | 2-3 | h
j | Correct settings of {s} | developer | 3-5 | i FF+2d
k | Switch South site to {s} | ops | 1-2 | i, j | night
l | Walk the floors at South site for {s} | nurse | 5-8 | k | wards
m | Bring the outpatient clinics to {s} | home | 4-7 | k
n | Switch off what {s} replaces | ops | 2-3 | l, m FS+7ed
o | Close the introduction of {s} | lead | 1-2 | n
p | {S} everywhere | planner | 0 | o""",
    "policy": """
a | Review law and guidance on {s} | legal | 4-7 |
b | Collect incidents on {s} | quality | 3-6 |
c | Draft the policy on {s} | home | 5-9 | a, b
d | Clinical review of {s} | doctor | 3-5 | c
e | Legal review of {s} | legal | 3-5 | c
f | Hear the staff council on {s} | hr | 2-4 | c FS+7ed
g | Revise the policy on {s} | home | 3-5 | d, e, f
h | Approve the policy on {s} | lead | 1-2 | g FS+5ed
i | Publish the policy on {s} | quality | 1-2 | h
j | Brief heads of wards on {s} | home | 2-3 | h SS+1d
k | Make the short lesson on {s} | trainer | 3-6 | g
l | Practise {s} on the wards | nurse | 3-5 | i, j, k | wards
m | Check that {s} is followed | quality | 3-5 | l FS+21ed
n | {S} in force | home | 0 | m""",
    "recruit": """
a | Plan the posts for {s} | hr | 3-5 |
b | Confirm the budget for {s} | controller | 2-4 | a
c | Write job profiles for {s} | home | 2-4 | a SS+1d
d | Design the campaign for {s} | hr | 4-7 | a
e | Advertise for {s} | hr | 2-3 | b, c, d
f | Screen applications for {s} | hr | 3-6 | e FS+21ed
g | First interviews for {s} | home | 4-6 | f FS-1d
h | Trial shifts for {s} | nurse | 3-5 | g | wards
i | Second interviews for {s} | lead | 3-4 | g, h
j | Offers to candidates for {s} | hr | 2-3 | i
k | Contracts for {s} | legal | 2-4 | j FS+10ed
l | Name mentors for {s} | home | 1-2 | i
m | Prepare the first weeks of {s} | trainer | 4-6 | j SS+1d, l
n | Welcome and induction of {s} | trainer | 4-5 | k FS+28ed, m
o | {S} at work | hr | 0 | n""",
}


def template(kind):
    """The lines of one kind as (key, name, who, low, high, predecessors, calendar)."""
    for line in TEMPLATES[kind].strip().splitlines():
        key, name, who, days, predecessors, *calendar = (part.strip() for part in line.split("|"))
        low, _, high = days.partition("-")
        relations = [relation(text) for text in predecessors.split(", ") if text]
        yield key, name, who, int(low), int(high or low), relations, (calendar or [""])[0]


def relation(text):
    """('a', 'SS', '2d') of `a SS+2d`; ('a', 'FS', '') of `a`."""
    key, _, rest = text.partition(" ")
    return key, rest[:2] or "FS", rest[2:].lstrip("+")
