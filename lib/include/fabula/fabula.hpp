#pragma once

/// Everything: include this one, or just the stages you use.
#include "fabula/ages.hpp"
#include "fabula/calendar.hpp"
#include "fabula/check.hpp"
#include "fabula/diagnostic.hpp"
#include "fabula/document.hpp"
#include "fabula/explanation.hpp"
#include "fabula/paint.hpp"
#include "fabula/phrase.hpp"
#include "fabula/render.hpp"
#include "fabula/scene.hpp"
#include "fabula/source.hpp"
#include "fabula/story.hpp"
#include "fabula/text.hpp"
#include "fabula/theme.hpp"
#include "fabula/timetable.hpp"
#include "fabula/view.hpp"
