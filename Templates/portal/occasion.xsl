<?xml version="1.0" encoding="UTF-8"?>
<!-- One occasion: what it is, who was there, and calling it off. -->
<xsl:stylesheet version="1.0" xmlns:xsl="http://www.w3.org/1999/XSL/Transform"
                xmlns="http://www.w3.org/1999/xhtml"
                xmlns:f="urn:trygghetsregister:functions:1" exclude-result-prefixes="f">
  <xsl:import href="parts/layout.xsl"/>
  <xsl:template name="title"><xsl:for-each select="/page/occasion"><xsl:value-of select="f:message('occasion.title', 'kind', string(@kind), 'day', f:date(string(@day)))"/></xsl:for-each></xsl:template>

  <xsl:template match="page" mode="main">
    <xsl:call-template name="heading"/>
    <xsl:apply-templates select="occasion"/>
    <xsl:for-each select="note"><div class="notice wrong"><p><xsl:value-of select="."/></p></div></xsl:for-each>
    <xsl:apply-templates select="sheet"/>
  </xsl:template>

  <xsl:template match="occasion">
    <p class="lead">
      <xsl:value-of select="f:message('occasion.at', 'time', string(@time))"/>
      <xsl:if test="@type"><xsl:value-of select="concat(', ', @type)"/></xsl:if>
      <xsl:value-of select="concat('. ', f:message('occasion.called', 'whom', string(@called), 'day', f:date(string(@called-on))))"/>
    </p>
    <xsl:if test="@when = 'cancelled'"><p><span class="state off"><xsl:value-of select="f:message('ring.cancelled')"/></span></p></xsl:if>
    <xsl:if test="@when = 'coming'">
      <form method="post" action="{@path}/stall-in">
        <input type="hidden" name="token" value="{/page/@token}"/>
        <button class="button plain"><xsl:value-of select="f:message('occasion.cancel')"/></button>
      </form>
    </xsl:if>
  </xsl:template>

  <xsl:template match="sheet">
    <h2><xsl:value-of select="f:message('year.attendance')"/></h2>
    <xsl:variable name="open" select="@open"/>
    <xsl:choose>
      <xsl:when test="@open">
        <p><xsl:value-of select="f:message(concat('occasion.mark', substring('-excuses', 1, 8 * (@open = 'excuses'))))"/></p>
        <xsl:if test="member/@error"><div class="notice wrong" role="alert"><p><xsl:value-of select="f:message('occasion.some-refused')"/></p></div></xsl:if>
        <form method="post" action="{../occasion/@path}">
          <input type="hidden" name="token" value="{/page/@token}"/>
          <ul class="sheet"><xsl:apply-templates select="member"/></ul>
          <xsl:if test="@open = 'true' and member/@contact">
            <div class="fields">
              <div class="field">
                <label for="attester"><xsl:value-of select="f:message('field.attester')"/><span class="hint"><xsl:value-of select="f:message('portal.optional')"/></span></label>
                <span class="hint" id="attester-hint"><xsl:value-of select="f:message('hint.attester')"/></span>
                <xsl:if test="@needs-attester"><span class="error"><xsl:value-of select="f:message('occasion.needs-attester')"/></span></xsl:if>
                <select id="attester" name="attester" aria-describedby="attester-hint">
                  <option value="">–</option>
                  <xsl:for-each select="member[not(@contact)]"><option value="{@person}"><xsl:value-of select="@label"/></option></xsl:for-each>
                </select>
              </div>
            </div>
          </xsl:if>
          <div class="stick"><button class="button"><xsl:value-of select="f:message('button.sheet')"/></button></div>
        </form>
      </xsl:when>
      <xsl:otherwise>
        <xsl:for-each select="lock"><div class="notice"><p><xsl:value-of select="."/></p></div></xsl:for-each>
        <ul><xsl:for-each select="member"><li><xsl:value-of select="@label"/><xsl:if test="@status"><xsl:value-of select="concat(', ', f:message(string(@status)))"/></xsl:if></li></xsl:for-each></ul>
      </xsl:otherwise>
    </xsl:choose>
  </xsl:template>

  <xsl:template match="sheet/member">
    <li>
      <fieldset>
        <legend>
          <xsl:value-of select="@label"/>
          <xsl:if test="@contact or @household or @corrections">
            <small>
              <xsl:if test="@household"><xsl:value-of select="f:message('occasion.household', 'label', string(@household))"/></xsl:if>
              <xsl:if test="@contact"><xsl:if test="@household">, </xsl:if><xsl:value-of select="f:message('ring_contact')"/><xsl:if test="@attested"><xsl:value-of select="concat(', ', f:message('extract.is-attested'))"/></xsl:if></xsl:if>
              <xsl:if test="@corrections"><xsl:if test="@household or @contact">, </xsl:if><xsl:value-of select="f:message('occasion.corrected')"/></xsl:if>
            </small>
          </xsl:if>
        </legend>
        <div class="marks">
          <xsl:if test="../@open = 'true'"><xsl:call-template name="mark"><xsl:with-param name="status" select="'present'"/></xsl:call-template></xsl:if>
          <xsl:call-template name="mark"><xsl:with-param name="status" select="'excused'"/><xsl:with-param name="class" select="'off'"/></xsl:call-template>
          <xsl:if test="../@open = 'true'"><xsl:call-template name="mark"><xsl:with-param name="status" select="'absent'"/><xsl:with-param name="class" select="'off'"/></xsl:call-template></xsl:if>
        </div>
        <xsl:if test="@error"><span class="error"><xsl:value-of select="@error"/></span></xsl:if>
        <xsl:for-each select="report"><span class="report"><xsl:value-of select="f:message('occasion.report', 'day', string(@day), 'text', string(.))"/></span></xsl:for-each>
      </fieldset>
    </li>
  </xsl:template>

  <xsl:template name="mark">
    <xsl:param name="status"/>
    <xsl:param name="class"/>
    <label class="{$class}">
      <input type="radio" name="m{@person}" value="{$status}"><xsl:if test="../@open = 'excuses'"><xsl:attribute name="type">checkbox</xsl:attribute></xsl:if><xsl:if test="@status = $status"><xsl:attribute name="checked">checked</xsl:attribute></xsl:if></input>
      <span><xsl:value-of select="f:message(concat('mark.', $status))"/></span>
    </label>
  </xsl:template>
</xsl:stylesheet>
