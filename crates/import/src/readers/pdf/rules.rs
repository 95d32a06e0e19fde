//! The ruled lines of a PDF page: strokes along an axis, and filled rectangles so thin that they are lines.

use hayro_interpret::{
    DrawMode,
    kurbo::{Affine, BezPath, PathEl, PathSeg, Point, Rect},
};

/// Most rules of a page; a page with more is a drawing.
pub(super) const MOST: usize = 20_000;
/// Maximum thickness of a rule in points, and how far a stroke may be from level.
const THICK: f64 = 3.0;
/// Minimum length of a rule in points.
const SHORT: f64 = 4.0;

/// Which way a rule goes.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Way {
    Across,
    Down,
}

/// A ruled line, in points from the top left of the page.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(super) struct Rule {
    pub(super) way: Way,
    /// Its place: from the top if it goes across, else from the left.
    pub(super) at: f64,
    /// Where it begins, from the left or from the top.
    pub(super) from: f64,
    /// Where it ends.
    pub(super) to: f64,
}

/// The rules that a path draws.
pub(super) fn of(path: &BezPath, transform: Affine, mode: &DrawMode) -> Vec<Rule> {
    let (fills, strokes) = match mode {
        DrawMode::Fill(_) => (true, false),
        DrawMode::Stroke(_) => (false, true),
        DrawMode::FillAndStroke(..) => (true, true),
        DrawMode::Invisible => (false, false),
    };
    let mut found = Vec::new();
    if fills {
        found.extend(filled(path, transform));
    }
    if strokes {
        found.extend(stroked(path, transform));
    }
    found
}

/// The thin rectangles among the closed parts of a path.
fn filled(path: &BezPath, transform: Affine) -> Vec<Rule> {
    let mut found = Vec::new();
    let mut bounds: Option<Rect> = None;
    let grow = |bounds: &mut Option<Rect>, point: Point| {
        let point = transform * point;
        let own = Rect::from_points(point, point);
        *bounds = Some(bounds.map_or(own, |it| it.union(own)));
    };
    for element in path.elements() {
        if let PathEl::MoveTo(_) = element {
            found.extend(bounds.take().and_then(thin));
        }
        let points = match element {
            PathEl::MoveTo(point) | PathEl::LineTo(point) => vec![*point],
            PathEl::QuadTo(one, two) => vec![*one, *two],
            PathEl::CurveTo(one, two, three) => vec![*one, *two, *three],
            PathEl::ClosePath => Vec::new(),
        };
        for point in points {
            grow(&mut bounds, point);
        }
    }
    found.extend(bounds.and_then(thin));
    found
}

/// The rule that a rectangle is, if it is thin.
fn thin(bounds: Rect) -> Option<Rule> {
    let (width, height) = (bounds.width(), bounds.height());
    let rule = if height <= THICK && width >= SHORT {
        across(bounds.center().y, bounds.x0, bounds.x1)
    } else if width <= THICK && height >= SHORT {
        down(bounds.center().x, bounds.y0, bounds.y1)
    } else {
        return None;
    };
    Some(rule)
}

/// The straight pieces of a path that go along an axis.
fn stroked(path: &BezPath, transform: Affine) -> Vec<Rule> {
    let straight = |piece| match piece {
        PathSeg::Line(line) => {
            let (from, to) = (transform * line.p0, transform * line.p1);
            thin(Rect::from_points(from, to))
        }
        PathSeg::Quad(_) | PathSeg::Cubic(_) => None,
    };
    path.segments().filter_map(straight).collect()
}

fn across(at: f64, from: f64, to: f64) -> Rule {
    Rule {
        way: Way::Across,
        at,
        from,
        to,
    }
}

fn down(at: f64, from: f64, to: f64) -> Rule {
    Rule {
        way: Way::Down,
        at,
        from,
        to,
    }
}
